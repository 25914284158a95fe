using System.Text;
using System.Text.Json;
using Fuzz.Inputs;
using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Requests;

namespace Fuzz.Targets;

/// <summary>The body that a shop posts to one address.</summary>
internal sealed class RequestTarget(
    string name,
    string function,
    string sample,
    Func<JsonElement, RequestErrors, object?> read,
    Action<object> use
) : IFuzzTarget
{
    // A little more than is taken.
    private const int MaxLength = JsonBody.MaxBytes + 16;

    private readonly byte[] sample = Encoding.UTF8.GetBytes(sample);
    private readonly Mutator mutator = new(Words.Json, [.. Corpus.All("requests").Select(Encoding.UTF8.GetBytes)], MaxLength);

    /// <summary>The function that takes it.</summary>
    public string Function => function;

    public string Name => $"requests/{name}";

    public byte[] NewInput(Random random) => mutator.Mutate(sample, random);

    public string Read(byte[] input)
    {
        using var body = new MemoryStream(input);
        var http = new DefaultHttpContext();
        http.Request.ContentType = "application/json";
        http.Request.Body = body;
        var reading = JsonRequest.ReadAsync(http.Request, read);
        if (!reading.IsCompleted)
            throw new InvalidOperationException("Reading waits for something that will never come.");

        var (request, refused) = reading.GetAwaiter().GetResult();
        if (request is null)
            return refused is null ? throw new InvalidOperationException("Neither taken nor refused.") : "Refused";

        // What is taken has to be fit for what is done with it.
        use(request);
        return "Taken";
    }
}
