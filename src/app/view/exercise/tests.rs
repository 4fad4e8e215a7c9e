//! The exercise screens rendered on the host.
