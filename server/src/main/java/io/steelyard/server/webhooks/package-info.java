/// Tells webhooks what happens to models. Start with [WebhookDelivery] and [NotifyingRegistryStore].
@NullMarked
package io.steelyard.server.webhooks;

import org.jspecify.annotations.NullMarked;
