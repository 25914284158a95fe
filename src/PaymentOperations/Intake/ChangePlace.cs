using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PaymentOperations.Operations;
using PaymentOperations.Storage;

namespace PaymentOperations.Intake;

/// <summary>
/// A place in the list of changes: a moment to the millisecond, and within it first the events, then the changes that have rows of their own, each by its key. Written as text it sorts so.
/// </summary>
internal sealed record ChangePlace
{
    private const char OfEvents = 'e';
    private const char OfRows = 'r';

    private readonly string moment;
    private readonly char kind;
    private readonly string key;

    /// <summary>Before all changes of a moment.</summary>
    public ChangePlace(DateTimeOffset moment)
        : this(LookupKey.Moment(moment < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : moment), ' ', "") { }

    private ChangePlace(string moment, char kind, string key) => (this.moment, this.kind, this.key) = (moment, kind, key);

    /// <summary>Events go on after this id, or text.</summary>
    public string EventAfter =>
        kind switch
        {
            ' ' => FloorOf(0),
            OfEvents => key,
            _ => FloorOf(1),
        };

    /// <summary>Rows go on from this key.</summary>
    public string RowFrom => kind == OfRows ? $"{key}!" : moment;

    /// <summary>The place of an event, by its id.</summary>
    public static string OfEvent(string id) => $"{id[..8]}{id[9..13]}{OfEvents}{id}";

    /// <summary>The place of a row, by its key without what all of them begin with.</summary>
    public static string OfRow(string key) => $"{key[..LookupKey.MomentLength]}{OfRows}{key.TrimEnd('!')}";

    /// <summary>The place of a change that has a row; null where it has none.</summary>
    [return: NotNullIfNotNull(nameof(changeKey))]
    public static string? OfRow(string? changeKey, OperationId id) =>
        changeKey is null ? null : OfRow(changeKey[LookupKey.ChangedPrefix.Length..] + LookupKey.PositionOf(id));

    /// <summary>Whether a place is of a later moment.</summary>
    public static bool IsLater(string place, DateTimeOffset moment) =>
        string.CompareOrdinal(place[..LookupKey.MomentLength], LookupKey.Moment(moment)) > 0;

    /// <summary>Reads a place; false for what is none.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out ChangePlace? place)
    {
        place = null;
        if (text is not { Length: > LookupKey.MomentLength } || !IsMoment(text[..LookupKey.MomentLength]))
            return false;

        var (moment, kind, key) = (
            text[..LookupKey.MomentLength],
            text[LookupKey.MomentLength],
            text[(LookupKey.MomentLength + 1)..]
        );
        var isWhole = kind switch
        {
            OfEvents => PaymentEventId.TryParse(key, out _) && OfEvent(key) == text,
            OfRows => key.Length == LookupKey.MomentLength + 1 + LookupKey.PositionLength
                && key.StartsWith($"{moment}|", StringComparison.Ordinal)
                && key[(LookupKey.MomentLength + 1)..].All(char.IsAsciiHexDigitLower),
            _ => false,
        };
        if (isWhole)
            place = new ChangePlace(moment, kind, key);
        return isWhole;
    }

    private static bool IsMoment(string text) => text.All(char.IsAsciiHexDigitLower) && text[0] == '0';

    private string FloorOf(int later) =>
        PaymentEventId.Floor(
            DateTimeOffset.FromUnixTimeMilliseconds(
                long.Parse(moment, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) + later
            )
        );
}
