package io.steelyard.registry.jdbc;

import io.steelyard.registry.NewWebhook;
import io.steelyard.registry.RegistryException;
import io.steelyard.registry.Webhook;
import io.steelyard.registry.WebhookChange;
import io.steelyard.registry.WebhookEvent;
import io.steelyard.registry.WebhookListener;
import io.steelyard.registry.WebhookReach;
import io.steelyard.registry.WebhookStore;
import io.steelyard.registry.WebhookTarget;
import io.steelyard.sql.Database;
import io.steelyard.tracking.Page;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Webhooks in a database. Each method is one transaction; what the database itself refuses is a [DatabaseException].
public final class JdbcWebhookStore implements WebhookStore {
    private final Database database;
    private final WebhookReach reach;
    private final InstantSource clock;

    private JdbcWebhookStore(Database database, WebhookReach reach, InstantSource clock) {
        this.database = database;
        this.reach = reach;
        this.clock = clock;
    }

    /// Opens the webhooks in a database, whose tables are made or brought to the newest version.
    ///
    /// @param database the database; it stays the caller's to close
    /// @param reach which addresses a webhook may have
    /// @return the webhooks
    /// @throws DatabaseException where the tables cannot be used
    public static WebhookStore open(Database database, WebhookReach reach) {
        return open(database, reach, InstantSource.system());
    }

    static WebhookStore open(Database database, WebhookReach reach, InstantSource clock) {
        database.migrate(JdbcRegistryStore.MIGRATIONS);
        return new JdbcWebhookStore(database, reach, clock);
    }

    @Override
    public Webhook create(NewWebhook webhook) {
        WebhookTarget.of(webhook.url(), reach);
        String id = UUID.randomUUID().toString();
        return database.transact(sql -> {
            WebhookRows.insert(sql, id, webhook, clock.millis());
            return WebhookRows.get(sql, id).webhook();
        });
    }

    @Override
    public Webhook webhook(String id) {
        return database.read(sql -> WebhookRows.get(sql, id).webhook());
    }

    @Override
    public Page<Webhook> webhooks(int maxResults, @Nullable String pageToken) {
        if (maxResults < 1 || maxResults > GREATEST_PAGE) {
            throw RegistryException.invalid("max_results must be between 1 and 1000.");
        }
        long before = pageToken == null || pageToken.isEmpty() ? Long.MAX_VALUE : number(pageToken);
        List<WebhookRows.Row> found = database.read(sql -> WebhookRows.before(sql, before, maxResults + 1));
        boolean more = found.size() > maxResults;
        List<WebhookRows.Row> page = more ? found.subList(0, maxResults) : found;
        return new Page<>(
                page.stream().map(WebhookRows.Row::webhook).toList(),
                more ? token(page.getLast().no()) : null);
    }

    @Override
    public Webhook update(String id, WebhookChange change) {
        if (change.url() != null) {
            WebhookTarget.of(change.url(), reach);
        }
        return database.transact(sql -> {
            WebhookRows.update(sql, WebhookRows.get(sql, id), change, clock.millis());
            return WebhookRows.get(sql, id).webhook();
        });
    }

    @Override
    public void delete(String id) {
        database.transact(sql -> {
            WebhookRows.delete(sql, WebhookRows.get(sql, id));
            return null;
        });
    }

    @Override
    public WebhookListener listener(String id) {
        return database.read(sql -> WebhookRows.get(sql, id).listener());
    }

    @Override
    public List<WebhookListener> listeners(WebhookEvent event) {
        return database.read(sql -> WebhookRows.told(sql, event)).stream()
                .map(WebhookRows.Row::listener)
                .toList();
    }

    private static String token(long no) {
        return Base64.getUrlEncoder().encodeToString(Long.toString(no).getBytes(StandardCharsets.UTF_8));
    }

    private static long number(String token) {
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw RegistryException.invalid("Invalid page token, could not base64-decode");
        }
    }
}
