package id.patungan.platform;

import id.patungan.basics.BodyId;
import id.patungan.basics.InputException;

import org.springframework.stereotype.Service;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * Idempotency keys: a command that is sent twice, because an answer was lost or a button pressed
 * twice, is done once.
 */
@Service
public class Commands {

    private final CommandRepository commands;
    private final Transactions transactions;
    private final JsonMapper json;
    private final JsonMapper canonical;
    private final Clock clock;

    Commands(CommandRepository commands, Transactions transactions, JsonMapper json, Clock clock) {
        this.commands = commands;
        this.transactions = transactions;
        this.json = json;
        this.canonical =
                json.rebuild()
                        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build();
        this.clock = clock;
    }

    /**
     * Does the work once per key. The same key with the same request answers what was answered the
     * first time; check permissions before, for a stored answer is given without doing the work.
     *
     * @param key chosen by the client: 1 to 128 visible ASCII characters
     * @param request the request as a record; its JSON tells the same request from another
     * @param type of the result, which must survive being written as JSON and read again
     * @throws CommandException conflict, if the key was used for another request
     */
    public <T> T once(BodyId body, String key, Object request, Class<T> type, Supplier<T> work) {
        if (!key.matches("[\\x21-\\x7e]{1,128}")) {
            throw new InputException(
                    "Idempotency-Key",
                    "'" + key + "' must be 1 to 128 visible ASCII characters, without spaces");
        }
        var digest = digest(request);
        return transactions.run(() -> {
            if (!commands.reserve(body, key, digest, clock.instant())) {
                var stored = commands.get(body, key);
                if (!stored.digest().equals(digest)) {
                    throw CommandException.keyReused(key);
                }
                return json.readValue(stored.result(), type);
            }
            var result = work.get();
            commands.complete(body, key, json.writeValueAsString(result));
            return result;
        });
    }

    private String digest(Object request) {
        return Digests.sha256(canonical.writeValueAsString(request));
    }
}
