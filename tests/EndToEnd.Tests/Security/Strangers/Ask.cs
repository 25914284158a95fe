using System.Text;

namespace EndToEnd.Tests.Security.Strangers;

/// <summary>A request that names somebody's objects.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its address without <c>/api</c>; <c>{merchant}</c> stands for whose it is.</param>
internal sealed record Ask(HttpMethod Method, string Path)
{
    private const string Merchant = "{merchant}";

    public byte[]? Body { get; private init; }

    public string ContentType { get; private init; } = "application/json";

    public string? IdempotencyKey { get; init; }

    public string? Accept { get; init; }

    /// <summary>A GET of something of the merchant's.</summary>
    public static Ask Get(string path) => new(HttpMethod.Get, $"merchants/{Merchant}/{path}");

    public static Ask Delete(string path) => new(HttpMethod.Delete, $"merchants/{Merchant}/{path}");

    public static Ask Patch(string path, string json) =>
        new(HttpMethod.Patch, $"merchants/{Merchant}/{path}") { Body = Encoding.UTF8.GetBytes(json) };

    public static Ask Post(string path, string json, string idempotencyKey) =>
        new(HttpMethod.Post, $"merchants/{Merchant}/{path}")
        {
            Body = Encoding.UTF8.GetBytes(json),
            IdempotencyKey = idempotencyKey,
        };

    /// <summary>A message of 2C2P, as it posts them.</summary>
    public static Ask Notify(string operationId, byte[] message) =>
        new(HttpMethod.Post, $"notifications/{Merchant}/{operationId}")
        {
            Body = message,
            ContentType = "application/x-www-form-urlencoded",
        };

    /// <summary>An address that is nobody's.</summary>
    public static Ask Public(string path) => new(HttpMethod.Get, path);

    /// <summary>The names of the parameters in its query; those of a family by the family's name.</summary>
    public IEnumerable<string> Parameters =>
        Path.Split('?', 2).Skip(1).SelectMany(query => query.Split('&')).Select(pair => pair.Split('=', '.')[0]);

    public bool Says(string text) =>
        Path.Contains(Uri.EscapeDataString(text), StringComparison.Ordinal)
        || (Body is not null && Encoding.UTF8.GetString(Body).Contains(text, StringComparison.Ordinal));

    /// <summary>The request, at a merchant's address.</summary>
    public HttpRequestMessage At(Uri app, string merchantId, string apiKey)
    {
        var path = Path.Replace(Merchant, merchantId, StringComparison.Ordinal);
        var request = new HttpRequestMessage(Method, new Uri(app, $"api/{path}"));
        request.Headers.Add("X-Api-Key", apiKey);
        if (IdempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", IdempotencyKey);
        if (Accept is not null)
            request.Headers.Add("Accept", Accept);
        if (Body is not null)
            request.Content = new ByteArrayContent(Body) { Headers = { ContentType = new(ContentType) } };
        return request;
    }
}
