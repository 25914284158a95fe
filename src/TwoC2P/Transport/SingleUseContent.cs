using System.Net;
using System.Net.Http.Headers;

namespace TwoC2P.Transport;

/// <summary>
/// A request body that gives its bytes away once. It is the proof of "never sent": as long as nobody asked for the bytes, 2C2P cannot have them; and once sealed, nobody
/// gets them any more. A handler that wants to send it again, after a redirect or on another connection, gets an error instead.
/// </summary>
internal sealed class SingleUseContent : HttpContent
{
    private const int Untouched = 0;
    private const int Given = 1;
    private const int Sealed = 2;

    private readonly byte[] body;
    private int state = Untouched;

    public SingleUseContent(byte[] body, string mediaType)
    {
        this.body = body;
        Headers.ContentType = new MediaTypeHeaderValue(mediaType);
    }

    /// <summary>Closes the body for good; true when nobody had asked for it, so that it has never left.</summary>
    public bool TrySealUnsent() => Interlocked.CompareExchange(ref state, Sealed, Untouched) is not Given;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref state, Given, Untouched) is not Untouched)
            throw new IOException("The body of a request to 2C2P is sent at most once.");

        return stream.WriteAsync(body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
