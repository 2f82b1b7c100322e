package io.steelyard.server.webhooks;

import io.steelyard.registry.RegistryException;
import io.steelyard.registry.WebhookEvent;
import io.steelyard.registry.WebhookListener;
import io.steelyard.registry.WebhookReach;
import io.steelyard.registry.WebhookStore;
import io.steelyard.registry.WebhookTarget;
import io.steelyard.registry.WebhookTester;
import io.steelyard.registry.WebhookTrial;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells webhooks what happens. Whoever reports an event goes on at once: a few threads look up who is to be told and
/// send the messages, each again after one, two and four seconds where the receiver cannot be reached or answers 429,
/// 500, 502, 503 or 504 (later where it says so itself, a minute at most).
///
/// At most 1000 messages wait; what comes then is dropped, which the log says. Messages are kept in memory: those that
/// wait when the server stops are lost.
public final class WebhookDelivery implements WebhookTester, AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(WebhookDelivery.class.getName());
    private static final int GREATEST_QUEUE = 1000;
    private static final int WORKERS = 8;
    private static final int ATTEMPTS = 4;
    private static final Duration GREATEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration ANSWER_TIME = Duration.ofSeconds(30);
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

    private final WebhookStore store;
    private final WebhookReach reach;
    private final Duration firstWait;
    private final DelayQueue<Job> queue = new DelayQueue<>();
    private final Semaphore room = new Semaphore(GREATEST_QUEUE);
    private final AtomicLong dropped = new AtomicLong();
    private final List<Thread> workers = new ArrayList<>();

    private WebhookDelivery(WebhookStore store, WebhookReach reach, Duration firstWait) {
        this.store = store;
        this.reach = reach;
        this.firstWait = firstWait;
    }

    /// Starts the threads that send.
    ///
    /// @param store who is told of what
    /// @param reach how far messages go
    /// @return the delivery, to be closed
    public static WebhookDelivery start(WebhookStore store, WebhookReach reach) {
        return start(store, reach, FIRST_WAIT);
    }

    static WebhookDelivery start(WebhookStore store, WebhookReach reach, Duration firstWait) {
        WebhookDelivery delivery = new WebhookDelivery(store, reach, firstWait);
        for (int i = 0; i < WORKERS; i++) {
            delivery.workers.add(Thread.ofVirtual().name("webhooks-" + i).start(delivery::work));
        }
        return delivery;
    }

    /// What happened.
    ///
    /// @param event the event
    /// @param data what is told of it, in MLflow's spelling
    record Notice(WebhookEvent event, Map<String, ?> data) {}

    /// Tells of an event, later and in another thread.
    ///
    /// @param notice what happened; asked in that other thread
    void tell(Supplier<Notice> notice) {
        Instant now = Instant.now();
        enqueue(Duration.ZERO, () -> {
            Notice told = notice.get();
            for (WebhookListener listener : store.listeners(told.event())) {
                WebhookMessage message = WebhookMessage.of(told.event(), told.data(), listener.secret(), now);
                enqueue(Duration.ZERO, () -> attempt(listener, told.event(), message, 1));
            }
        });
    }

    @Override
    public WebhookTrial test(WebhookListener listener, WebhookEvent event) {
        WebhookMessage message = WebhookMessage.of(event, ExampleData.of(event), listener.secret(), Instant.now());
        try {
            WebhookReply reply = send(listener, message);
            return new WebhookTrial(isTaken(reply), reply.status(), reply.body(), redirectProblem(reply));
        } catch (IOException | RegistryException e) {
            return new WebhookTrial(false, null, null, "Failed to test webhook: " + reason(e));
        }
    }

    private void attempt(WebhookListener listener, WebhookEvent event, WebhookMessage message, int attempt) {
        Duration wait = firstWait
                .multipliedBy(1L << (attempt - 1))
                .plusMillis(ThreadLocalRandom.current().nextLong(firstWait.toMillis() + 1));
        String problem;
        boolean passing = true;
        try {
            WebhookReply reply = send(listener, message);
            if (isTaken(reply)) {
                return;
            }
            problem = "it answered " + reply.status();
            passing = PASSING.contains(reply.status());
            if (reply.retryAfterSeconds().isPresent()) {
                wait = Duration.ofSeconds(reply.retryAfterSeconds().getAsLong());
            }
        } catch (IOException e) {
            problem = reason(e);
        } catch (RegistryException e) {
            // Its address may no longer be called.
            problem = reason(e);
            passing = false;
        }
        if (passing && attempt < ATTEMPTS) {
            enqueue(
                    wait.compareTo(GREATEST_WAIT) > 0 ? GREATEST_WAIT : wait,
                    () -> attempt(listener, event, message, attempt + 1));
        } else {
            LOGGER.log(
                    Level.WARNING,
                    "the webhook " + listener.webhook().name() + " ("
                            + listener.webhook().id() + ") was not told of " + event + ": " + problem + " (" + attempt
                            + " attempts)");
        }
    }

    private WebhookReply send(WebhookListener listener, WebhookMessage message) throws IOException {
        return WebhookPost.send(WebhookTarget.of(listener.webhook().url(), reach), message, ANSWER_TIME);
    }

    private static boolean isTaken(WebhookReply reply) {
        return reply.status() >= 200 && reply.status() < 300;
    }

    private static @Nullable String redirectProblem(WebhookReply reply) {
        return reply.status() >= 300 && reply.status() < 400 ? "Redirects of webhooks are not followed." : null;
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void enqueue(Duration wait, Runnable work) {
        if (room.tryAcquire()) {
            queue.add(new Job(System.nanoTime() + wait.toNanos(), work));
            return;
        }
        long lost = dropped.incrementAndGet();
        if (Long.bitCount(lost) == 1) {
            LOGGER.log(
                    Level.WARNING,
                    "too many messages to webhooks wait (" + GREATEST_QUEUE + "): " + lost + " were dropped so far");
        }
    }

    private void work() {
        try {
            while (true) {
                Job job = queue.take();
                room.release();
                try {
                    job.work().run();
                } catch (RuntimeException e) {
                    LOGGER.log(Level.WARNING, "a message to webhooks was lost", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops at once; what waits is dropped.
    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
        if (!queue.isEmpty()) {
            LOGGER.log(Level.WARNING, "the server stops: " + queue.size() + " messages to webhooks are dropped");
        }
    }

    /// Work that is due at a moment of [System#nanoTime].
    private record Job(long due, Runnable work) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
