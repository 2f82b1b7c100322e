package io.steelyard.registry.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.steelyard.registry.NewWebhook;
import io.steelyard.registry.RegistryException;
import io.steelyard.registry.Webhook;
import io.steelyard.registry.WebhookChange;
import io.steelyard.registry.WebhookEvent;
import io.steelyard.registry.WebhookListener;
import io.steelyard.registry.WebhookStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/// The tables `webhooks` and `webhook_events`.
final class WebhookRows {
    private static final Table<Record> WEBHOOKS = table(name("webhooks"));
    private static final Field<Long> WEBHOOK_NO = field(name("webhooks", "webhook_no"), SQLDataType.BIGINT);
    private static final Field<String> ID = field(name("webhooks", "webhook_id"), SQLDataType.CLOB);
    private static final Field<String> NAME = field(name("webhooks", "name"), SQLDataType.CLOB);
    private static final Field<String> URL = field(name("webhooks", "url"), SQLDataType.CLOB);
    private static final Field<String> DESCRIPTION = field(name("webhooks", "description"), SQLDataType.CLOB);
    private static final Field<String> STATUS = field(name("webhooks", "status"), SQLDataType.CLOB);
    private static final Field<String> SECRET = field(name("webhooks", "secret"), SQLDataType.CLOB);
    private static final Field<Long> CREATION_TIME = field(name("webhooks", "creation_time"), SQLDataType.BIGINT);
    private static final Field<Long> LAST_UPDATE_TIME = field(name("webhooks", "last_update_time"), SQLDataType.BIGINT);

    private static final Table<Record> EVENTS = table(name("webhook_events"));
    private static final Field<Long> OWNER = field(name("webhook_events", "webhook_no"), SQLDataType.BIGINT);
    private static final Field<String> EVENT = field(name("webhook_events", "event"), SQLDataType.CLOB);

    /// A webhook with its number and its secret.
    record Row(long no, Webhook webhook, String secret) {
        WebhookListener listener() {
            return new WebhookListener(webhook, secret);
        }

        @Override
        public String toString() {
            return "Row[" + no + ", " + webhook + "]";
        }
    }

    private WebhookRows() {}

    static void insert(DSLContext sql, String id, NewWebhook webhook, long now) {
        long no = sql.insertInto(WEBHOOKS)
                .set(ID, id)
                .set(NAME, webhook.name())
                .set(URL, webhook.url())
                .set(DESCRIPTION, webhook.description())
                .set(STATUS, webhook.status().name())
                .set(SECRET, webhook.secret())
                .set(CREATION_TIME, now)
                .set(LAST_UPDATE_TIME, now)
                .returning(WEBHOOK_NO)
                .fetchSingle(WEBHOOK_NO);
        insertEvents(sql, no, webhook.events());
    }

    private static void insertEvents(DSLContext sql, long no, List<WebhookEvent> events) {
        sql.insertInto(EVENTS, OWNER, EVENT)
                .valuesOfRows(events.stream()
                        .distinct()
                        .map(event -> row(no, event.name()))
                        .toList())
                .execute();
    }

    static Row get(DSLContext sql, String id) {
        return where(sql, ID.eq(id), 1).stream()
                .findFirst()
                .orElseThrow(() -> RegistryException.notFound("Webhook with ID " + id + " not found."));
    }

    /// @return the webhooks with lesser numbers, the greatest first
    static List<Row> before(DSLContext sql, long no, int limit) {
        return where(sql, WEBHOOK_NO.lt(no), limit);
    }

    static List<Row> told(DSLContext sql, WebhookEvent event) {
        return where(
                sql,
                STATUS.eq(WebhookStatus.ACTIVE.name())
                        .and(WEBHOOK_NO.in(select(OWNER).from(EVENTS).where(EVENT.eq(event.name())))),
                Integer.MAX_VALUE);
    }

    private static List<Row> where(DSLContext sql, Condition condition, int limit) {
        List<Record> rows = sql.select(
                        WEBHOOK_NO, ID, NAME, URL, DESCRIPTION, STATUS, SECRET, CREATION_TIME, LAST_UPDATE_TIME)
                .from(WEBHOOKS)
                .where(condition)
                .orderBy(WEBHOOK_NO.desc())
                .limit(limit)
                .fetch(row -> (Record) row);
        Map<Long, List<String>> events = new HashMap<>();
        for (List<Long> some :
                Batches.of(rows.stream().map(row -> row.get(WEBHOOK_NO)).toList())) {
            events.putAll(
                    sql.select(OWNER, EVENT).from(EVENTS).where(OWNER.in(some)).fetchGroups(OWNER, EVENT));
        }
        return rows.stream()
                .map(row -> new Row(
                        row.get(WEBHOOK_NO),
                        new Webhook(
                                row.get(ID),
                                row.get(NAME),
                                row.get(URL),
                                row.get(DESCRIPTION),
                                events.getOrDefault(row.get(WEBHOOK_NO), List.of()).stream()
                                        .map(WebhookEvent::valueOf)
                                        .sorted(Comparator.comparing(WebhookEvent::entity)
                                                .thenComparing(WebhookEvent::action))
                                        .toList(),
                                WebhookStatus.valueOf(row.get(STATUS)),
                                row.get(CREATION_TIME),
                                row.get(LAST_UPDATE_TIME)),
                        row.get(SECRET)))
                .toList();
    }

    static void update(DSLContext sql, Row old, WebhookChange change, long now) {
        Webhook webhook = old.webhook();
        sql.update(WEBHOOKS)
                .set(NAME, change.name() == null ? webhook.name() : change.name())
                .set(URL, change.url() == null ? webhook.url() : change.url())
                .set(DESCRIPTION, change.description() == null ? webhook.description() : change.description())
                .set(STATUS, (change.status() == null ? webhook.status() : change.status()).name())
                .set(SECRET, change.secret() == null ? old.secret() : change.secret())
                .set(LAST_UPDATE_TIME, now)
                .where(WEBHOOK_NO.eq(old.no()))
                .execute();
        if (change.events() != null) {
            sql.deleteFrom(EVENTS).where(OWNER.eq(old.no())).execute();
            insertEvents(sql, old.no(), change.events());
        }
    }

    static void delete(DSLContext sql, Row webhook) {
        sql.deleteFrom(WEBHOOKS).where(WEBHOOK_NO.eq(webhook.no())).execute();
    }
}
