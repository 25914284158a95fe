namespace TwoC2P.Simulator.Answers;

/// <summary>An answer that is ready but for its signature.</summary>
internal interface IGatewayAnswer
{
    string RespCode { get; }

    /// <summary>Whether the request was carried out, as opposed to refused.</summary>
    bool WorkDone { get; }

    /// <summary>The key that it has to be signed with; null when the merchant is not known.</summary>
    string? SecretKey { get; }

    /// <returns>The XML, with an empty hashValue when there is no key.</returns>
    string Render(string? secretKey);

    /// <summary>The same answer with these fields, by their published names, whatever they were before.</summary>
    IGatewayAnswer With(IReadOnlyDictionary<string, string> fields);
}
