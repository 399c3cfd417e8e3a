package id.patungan.web;

/** What anyone may ask for without signing in; everything else needs a person. */
final class PublicAddresses {

    static final String[] PATTERNS = {
        "/sign-in", "/assets/**", "/webjars/**", "/favicon.ico", "/error", "/actuator/health"
    };

    private PublicAddresses() {}
}
