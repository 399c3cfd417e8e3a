package id.patungan.platform;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import java.util.Locale;
import java.util.Set;

/** How passwords are kept and which are accepted. */
@Component
class Passwords {

    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final Set<String> FIRST_GUESSES =
            Set.of(
                    "password",
                    "passw0rd",
                    "katasandi",
                    "rahasia",
                    "sandi",
                    "qwertyuiop",
                    "administrator",
                    "bendahara",
                    "indonesia",
                    "patungan",
                    "1234567890",
                    "0123456789",
                    "abcdefghij");

    /** Argon2id with 19 MiB and two passes, the smallest that OWASP recommends. */
    private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /** Compared against when there is no such person, so that the answer takes as long. */
    private final String nobody = argon2.encode("nobody has this password");

    /**
     * The form to store.
     *
     * @throws PersonException if it is too short, too long or among the first guesses
     */
    String accepted(String handle, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw PersonException.passwordTooShort(SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw PersonException.passwordTooLong(LONGEST);
        }
        var plain = password.toLowerCase(Locale.ROOT);
        var letters = plain.replaceAll("[^a-z]+$|^[^a-z]+", "");
        if (plain.contains(handle)
                || FIRST_GUESSES.contains(plain)
                || FIRST_GUESSES.contains(letters)
                || plain.chars().distinct().count() < 4) {
            throw PersonException.passwordTooEasy();
        }
        return argon2.encode(password);
    }

    boolean matches(String password, String stored) {
        return password.length() <= LONGEST && argon2.matches(password, stored);
    }

    /** Takes as long as a comparison, and is never right. */
    void pretend(String password) {
        argon2.matches(password.length() <= LONGEST ? password : "", nobody);
    }
}
