"""The supervisors' console: people read conversations here, see why each thing was said, and take over."""
