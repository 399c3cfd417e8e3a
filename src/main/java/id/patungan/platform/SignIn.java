package id.patungan.platform;

import org.springframework.stereotype.Service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a name and a password belong together, for pages and API alike.
 *
 * <p>Failures are counted in the database, by typed name and by address, so that all nodes slow a
 * guesser down together. A wrong password, an unknown name and a deactivated person are answered
 * alike and take as long.
 */
@Service
public class SignIn {

    /** Failures are counted over this time. */
    static final Duration WINDOW = Duration.ofMinutes(15);

    /** So many failures under one name in the window, and no more are tried. */
    static final int MOST_BY_NAME = 10;

    /** So many failures from one address in the window, and no more are tried. */
    static final int MOST_BY_ADDRESS = 50;

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;

    private final PersonRepository people;
    private final SignInAttemptRepository attempts;
    private final Passwords passwords;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<String, Instant> remembered = new ConcurrentHashMap<>();
    private final SecretKeySpec key;

    SignIn(
            PersonRepository people,
            SignInAttemptRepository attempts,
            Passwords passwords,
            Transactions transactions,
            Clock clock) {
        this.people = people;
        this.attempts = attempts;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    /**
     * The handle of the person, if name and password belong together.
     *
     * @param address from which the attempt comes
     * @throws SignInException if they do not, or if there were too many failures
     */
    public String check(String typedName, String password, String address) {
        var handle = typedName.strip().toLowerCase(Locale.ROOT);
        var stored = transactions.read(() -> people.passwordOfActive(handle)).orElse(null);
        var proof = stored == null ? "" : digest(handle + '\0' + stored + '\0' + password);
        if (stored != null && isRemembered(proof)) {
            return handle;
        }

        // The attempt is counted before it is made, so that many at once do not slip through
        var now = clock.instant();
        var since = now.minus(WINDOW);
        var name = nameDigest(handle);
        var attempt = transactions.run(() -> attempts.insert(name, address, now));
        if (transactions.read(
                () ->
                        attempts.countByName(name, since) > MOST_BY_NAME
                                || attempts.countByAddress(address, since) > MOST_BY_ADDRESS)) {
            // Not counted, or a guesser could keep the owner out for as long as they like
            transactions.run(() -> attempts.delete(attempt));
            throw SignInException.tooManyAttempts(WINDOW);
        }
        if (stored == null) {
            passwords.pretend(password);
            throw SignInException.wrong();
        }
        if (!passwords.matches(password, stored)) {
            throw SignInException.wrong();
        }
        transactions.run(() -> attempts.deleteByName(name));
        remember(proof);
        return handle;
    }

    /** Forgets failures that no longer count. */
    int forgetOldAttempts() {
        var since = clock.instant().minus(WINDOW);
        return transactions.run(() -> attempts.deleteBefore(since));
    }

    /*
     * A client of the API sends its password with every call. For a few minutes a keyed digest of
     * what was right, with a key that only this process knows, spares the deliberately slow
     * comparison. The stored hash is part of it, so a new password ends it at once.
     */
    private boolean isRemembered(String proof) {
        var until = remembered.get(proof);
        if (until == null) {
            return false;
        }
        if (clock.instant().isBefore(until)) {
            return true;
        }
        remembered.remove(proof);
        return false;
    }

    private void remember(String proof) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(proof, clock.instant().plus(REMEMBERED));
    }

    private String digest(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same on every node: only the name goes in. */
    private static String nameDigest(String handle) {
        return Digests.sha256(handle);
    }
}
