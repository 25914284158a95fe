using System.Globalization;
using System.Text.Json;
using TwoC2P.Simulator.Messages;

namespace TwoC2P.Simulator.QuickPay;

/// <summary>A QuickPay request: its verb and its fields, exactly as they were sent.</summary>
internal sealed class QuickPayMessage
{
    private static readonly decimal FirstVersionWithTimeOfExpiry = 2.4m;

    private static readonly string[] HashedFirst = ["version", "timeStamp", "merchantID"];

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    private QuickPayMessage(QuickPayVerb verb) => Verb = verb;

    public QuickPayVerb Verb { get; }

    /// <summary>The field's exact text; empty when it is absent or null.</summary>
    public string this[string name] => _fields.GetValueOrDefault(name, "");

    /// <summary>Whether an expiry has a time of day (yyyy-MM-dd HH:mm:ss) and is not just a date (ddMMyyyy).</summary>
    public bool ExpiryHasTime => VersionNumber >= FirstVersionWithTimeOfExpiry;

    public decimal VersionNumber =>
        decimal.TryParse(this["version"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version)
            ? version
            : FirstVersionWithTimeOfExpiry;

    /// <summary>The hashed values in the order of the protocol: timeStamp second, although the JSON has it near its end.</summary>
    public IEnumerable<string> HashedValues() => HashedFirst.Concat(Verb.HashedAfterMerchant).Select(name => this[name]);

    /// <returns>The message, or null when it is not one object under one known key, or names a field twice.</returns>
    public static QuickPayMessage? TryRead(byte[] content)
    {
        var text = RequestText.Of(content);
        return Parse(text) ?? Parse(RequestText.WithoutControlsInTexts(text));
    }

    private static QuickPayMessage? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return From(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static QuickPayMessage? From(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Count() != 1)
            return null;
        var only = root.EnumerateObject().First();
        if (QuickPayVerbs.Find(StringOf(() => only.Name) ?? "") is not { } verb || only.Value.ValueKind != JsonValueKind.Object)
            return null;

        var message = new QuickPayMessage(verb);
        foreach (var field in only.Value.EnumerateObject())
        {
            // A name that is no text is none of the protocol's.
            if (StringOf(() => field.Name) is not { } name)
                continue;
            if (TextOf(field.Value) is not { } text || !message._fields.TryAdd(name, text))
                return null;
        }

        return message;
    }

    // Half a surrogate pair can be escaped in JSON, but is no text.
    private static string? StringOf(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Lists and objects (itemize) are known from descriptions only; they are not hashed, so their text is not needed either.
    private static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => StringOf(value.GetString) ?? "\uFFFD",
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object => "",
            _ => null,
        };
}
