namespace PaymentGateway.Http.Problems;

/// <summary>2C2P's part of an error.</summary>
/// <param name="RespCode">Result code (<c>respCode</c>).</param>
/// <param name="RespDesc">2C2P's text for it (<c>respDesc</c>).</param>
/// <param name="Status">State of the transaction (<c>status</c>).</param>
internal sealed record GatewayProblemBody(string? RespCode, string? RespDesc, string? Status);
