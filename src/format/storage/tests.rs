//! What storage must promise.
