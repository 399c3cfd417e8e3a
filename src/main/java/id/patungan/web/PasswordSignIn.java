package id.patungan.web;

import id.patungan.platform.SignIn;
import id.patungan.platform.SignInException;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

import java.util.List;

/** Signs in with name and password, for pages and API; the session keeps only the handle. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final SignIn signIn;

    PasswordSignIn(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var address =
                typed.getDetails() instanceof WebAuthenticationDetails details
                        ? details.getRemoteAddress()
                        : null;
        var password = typed.getCredentials();
        try {
            var handle =
                    signIn.check(
                            typed.getName(),
                            password == null ? "" : password.toString(),
                            address == null ? "-" : address);
            return UsernamePasswordAuthenticationToken.authenticated(handle, null, List.of());
        } catch (SignInException refused) {
            var text = String.valueOf(refused.getMessage());
            throw refused.tooMany()
                    ? new LockedException(text, refused)
                    : new BadCredentialsException(text, refused);
        }
    }

    @Override
    public boolean supports(@Nullable Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.equals(type);
    }
}
