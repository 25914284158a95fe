using System.Globalization;

namespace PaymentOperations.Operations;

/// <summary>Id of an event: a UUIDv7 (RFC 9562) in lower case with hyphens. Ids of one merchant sort as its events are listed, and those of one invoice as its events happened.</summary>
public readonly record struct PaymentEventId
{
    private readonly Guid value;

    private PaymentEventId(Guid value) => this.value = value;

    /// <summary>The moment in the id, to the millisecond.</summary>
    public DateTimeOffset CreatedAt => Uuid7.MomentOf(value);

    /// <summary>Makes a new id of a moment.</summary>
#pragma warning disable RS0030 // random but for the moment, as an operation's
    public static PaymentEventId New(DateTimeOffset moment) => new(Guid.CreateVersion7(moment));
#pragma warning restore RS0030

    /// <summary>A text that sorts before every id of a moment and later ones, and after all earlier ones.</summary>
    internal static string Floor(DateTimeOffset moment)
    {
        var hex = moment.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture);
        return $"{hex[..8]}-{hex[8..]}";
    }

    /// <summary>Reads an id in exactly the spelling that we write; false also for one whose moment is in no calendar.</summary>
    public static bool TryParse(string? text, out PaymentEventId id)
    {
        var isOne = Uuid7.TryRead(text, out var guid);
        id = isOne ? new PaymentEventId(guid) : default;
        return isOne;
    }

    /// <summary>Takes an id that is known to be well formed, such as one from the ledger.</summary>
    /// <exception cref="FormatException">The text is no event id.</exception>
    public static PaymentEventId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("This is not an event id.");

    /// <inheritdoc />
    public override string ToString() => value.ToString("D");
}
