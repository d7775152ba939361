"""What an agency says otherwise for its own place: stated, laid over the nation's version, published as its own."""
