//! Views rendered on the host.
