package org.amplifyjakarta.transport;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes a body into memory, but no more than that, and no longer than until it expires. Bound to one answer. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private final long maxBytes;
    private long received;
    private boolean expired;
    private Flow.@Nullable Subscription subscription;

    LimitedBody(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Ends it, unless it is whole. */
    synchronized void expire() {
        expired = true;
        breakOff(new HttpTimeoutException("the body took too long"));
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        whole.onSubscribe(given);
        if (expired) {
            expire();
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received <= maxBytes) {
            whole.onNext(buffers);
        } else {
            breakOff(new IOException("the answer is longer than " + maxBytes + " bytes"));
        }
    }

    @Override
    public synchronized void onError(Throwable failure) {
        whole.onError(failure);
    }

    @Override
    public synchronized void onComplete() {
        whole.onComplete();
    }

    private void breakOff(IOException why) {
        if (subscription != null) {
            subscription.cancel();
            subscription = null;
            whole.onError(why);
        }
    }
}
