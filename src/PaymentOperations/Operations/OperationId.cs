namespace PaymentOperations.Operations;

/// <summary>Id of an operation: a UUIDv7 (RFC 9562), so that it carries the day of its making. Written in lower case with hyphens.</summary>
public readonly record struct OperationId
{
    private readonly Guid value;

    private OperationId(Guid value) => this.value = value;

    /// <summary>The moment in the id, to the millisecond.</summary>
    public DateTimeOffset CreatedAt => Uuid7.MomentOf(value);

    /// <summary>The day in the id (UTC), <c>yyyyMMdd</c>.</summary>
    public string Day => CreatedAt.UtcDateTime.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A text that sorts before every id of a moment (to the millisecond) and later ones, and after all earlier ones.</summary>
    internal static string Floor(DateTimeOffset moment)
    {
        var hex = moment.ToUnixTimeMilliseconds().ToString("x12", System.Globalization.CultureInfo.InvariantCulture);
        return $"{hex[..8]}-{hex[8..]}";
    }

    /// <summary>Sorts after every id.</summary>
    internal const string End = "g";

    /// <summary>Makes a new id.</summary>
#pragma warning disable RS0030 // the one home of UUID making
    public static OperationId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));
#pragma warning restore RS0030

    /// <summary>Reads an id in exactly the spelling that we write; false also for one whose moment is in no calendar.</summary>
    public static bool TryParse(string? text, out OperationId id)
    {
        var isOne = Uuid7.TryRead(text, out var guid);
        id = isOne ? new OperationId(guid) : default;
        return isOne;
    }

    /// <summary>Takes an id that is known to be well formed, such as one from the ledger.</summary>
    /// <exception cref="FormatException">The text is no operation id.</exception>
    public static OperationId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("This is not an operation id.");

    /// <inheritdoc />
    public override string ToString() => value.ToString("D");
}
