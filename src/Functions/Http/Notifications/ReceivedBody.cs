namespace PaymentGateway.Http.Notifications;

/// <summary>Tells 2C2P that its message is kept and need not be sent again.</summary>
internal sealed record ReceivedBody(bool Received);
