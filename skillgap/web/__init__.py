"""What HTTP needs around the app: visitor key, security headers, health."""
