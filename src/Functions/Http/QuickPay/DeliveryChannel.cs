namespace PaymentGateway.Http.QuickPay;

/// <summary>How a link travels to a recipient.</summary>
internal enum DeliveryChannel
{
    /// <summary>By e-mail, as addressee or with a copy.</summary>
    Email,

    /// <summary>By text message.</summary>
    Mobile,
}
