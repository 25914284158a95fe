namespace PaymentOperations.Calls;

/// <summary>How the one call to 2C2P ended.</summary>
/// <typeparam name="T">The answer that a repeat gets too. It is kept sealed: it may hold personal data, but never a full card number.</typeparam>
public abstract record CallEnd<T>
{
    private CallEnd() { }

    /// <summary>2C2P did it.</summary>
    public sealed record Done(T Answer) : CallEnd<T>;

    /// <summary>2C2P verifiably did not do it, or cannot have seen it. The key is free again.</summary>
    public sealed record NotDone : CallEnd<T>;

    /// <summary>It may have been done.</summary>
    public sealed record Unknown : CallEnd<T>;
}
