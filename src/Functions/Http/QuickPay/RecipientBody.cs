namespace PaymentGateway.Http.QuickPay;

/// <summary>What became of one recipient.</summary>
/// <param name="Channel">Kind of address.</param>
/// <param name="Recipient">E-mail address or mobile number.</param>
/// <param name="Result">What 2C2P says.</param>
internal sealed record RecipientBody(string Channel, string Recipient, string Result);
