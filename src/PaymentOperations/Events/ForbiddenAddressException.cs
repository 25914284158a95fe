namespace PaymentOperations.Events;

/// <summary>A receiver's name leads to an address inside a network, where no merchant's receiver can be.</summary>
internal sealed class ForbiddenAddressException() : IOException("The receiver's name leads to no public address.");
