namespace PaymentGateway.Http.Payments;

/// <summary>A sub-merchant's share of a payment.</summary>
internal sealed record SubMerchantBody(string? SubMid, decimal? SubAmount);
