namespace Testing.Contract;

/// <summary>Holds every answer that a client receives to the contract: put it around the handler that sends.</summary>
public sealed class ContractHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The address that was asked for: a handler further inside may change the request.
        var (method, path) = (request.Method, request.RequestUri!.AbsolutePath);
        var response = await base.SendAsync(request, cancellationToken);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var complaints = ContractValidator.Current.Complaints(method, path, (int)response.StatusCode, headers, body);
        return complaints.Count == 0
            ? response
            : throw new InvalidOperationException($"Not as the contract says:\n{string.Join('\n', complaints)}\n{body}");
    }
}
