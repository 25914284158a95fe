namespace PaymentGateway.Http.QuickPay;

/// <summary>What 2C2P says became of a delivery.</summary>
internal enum DeliveryResult
{
    /// <summary>2C2P sent it (<c>successEmails</c>, <c>successMobiles</c>).</summary>
    Delivered,

    /// <summary>2C2P could not send it (<c>failedEmails</c>, <c>failedMobiles</c>).</summary>
    Failed,

    /// <summary>2C2P said nothing about this recipient, as about copies.</summary>
    NotReported,
}
