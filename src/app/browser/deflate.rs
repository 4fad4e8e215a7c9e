//! Deflate and inflate by the browser's own streams, so that the program carries no packer.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CompressionFormat, CompressionStream, DecompressionStream, ReadableStream,
    ReadableStreamDefaultReader, ReadableWritablePair,
};

/// Packs bytes (RFC 1951, without a header); `None` where the browser cannot.
pub async fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    let packer = CompressionStream::new(CompressionFormat::DeflateRaw).ok()?;
    let stream = stream(bytes)?;
    let pair = ReadableWritablePair::new(&packer.readable(), &packer.writable());
    read(&stream.pipe_through(&pair), usize::MAX).await
}

/// Unpacks bytes that were packed so; `None` where they are damaged, or unpack to more than `most` bytes.
pub async fn unpack(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    let unpacker = DecompressionStream::new(CompressionFormat::DeflateRaw).ok()?;
    let stream = stream(bytes)?;
    let pair = ReadableWritablePair::new(&unpacker.readable(), &unpacker.writable());
    read(&stream.pipe_through(&pair), most).await
}

fn stream(bytes: &[u8]) -> Option<ReadableStream> {
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    Some(Blob::new_with_u8_array_sequence(&parts).ok()?.stream())
}

/// Reads a stream chunk by chunk; one that gives more than `most` bytes is let go.
async fn read(stream: &ReadableStream, most: usize) -> Option<Vec<u8>> {
    let reader = stream.get_reader().dyn_into::<ReadableStreamDefaultReader>().ok()?;
    let mut all = Vec::new();
    loop {
        let step = JsFuture::from(reader.read()).await.ok()?;
        let of = |name: &str| Reflect::get(&step, &JsValue::from_str(name)).ok();
        if of("done")?.is_truthy() {
            return Some(all);
        }
        let chunk = of("value")?.dyn_into::<Uint8Array>().ok()?;
        if all.len() + chunk.length() as usize > most {
            let _ = JsFuture::from(reader.cancel()).await;
            return None;
        }
        all.extend(chunk.to_vec());
    }
}
