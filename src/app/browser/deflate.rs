//! Deflate and inflate by the browser's own streams, so that the program carries no packer.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair};

/// Packs bytes (RFC 1951, without a header); `None` where the browser cannot.
pub async fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    read(&through("CompressionStream", bytes)?, usize::MAX).await
}

/// Unpacks bytes that were packed so; `None` where they are damaged, or unpack to more than `most` bytes.
pub async fn unpack(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    read(&through("DecompressionStream", bytes)?, most).await
}

/// Sends bytes through a stream of the browser that changes them.
fn through(name: &str, bytes: &[u8]) -> Option<ReadableStream> {
    let make = Reflect::get(&js_sys::global(), &JsValue::from_str(name)).ok()?.dyn_into::<Function>().ok()?;
    let changer = Reflect::construct(&make, &Array::of1(&JsValue::from_str("deflate-raw"))).ok()?;
    let end = |name: &str| Reflect::get(&changer, &JsValue::from_str(name)).ok();
    let pair =
        ReadableWritablePair::new(&end("readable")?.dyn_into().ok()?, &end("writable")?.dyn_into().ok()?);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Some(Blob::new_with_u8_array_sequence(&parts).ok()?.stream().pipe_through(&pair))
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
