using TwoC2P.Envelopes;

namespace TwoC2P.PaymentAction;

/// <summary>
/// The form that a callback is posted as. Percent signs are decoded and nothing else: a raw <c>+</c> is meant as one here, where senders forget to escape the Base64 that they paste in.
/// </summary>
internal static class NotificationForm
{
    private static readonly string[] FieldNames = ["notifyResponse", "paymentResponse"];

    /// <summary>The first of the known fields that is not empty; the whole body when there is none.</summary>
    public static string FindValue(string body)
    {
        var fields = body.Split('&')
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .Select(pair => (Name: Decode(pair[0]), Value: Decode(pair[1])))
            .Where(field => field.Value.Length > 0)
            .ToList();
        return FieldNames
                .Select(name => fields.Find(field => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase)).Value)
                .FirstOrDefault(value => value is not null)
            ?? Uri.UnescapeDataString(body);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text).TrimStart(Around).TrimEnd(AroundButSpaces);

    private static char[] Around => Base64Text.Around.ToCharArray();

    // A space at the end may have been a plus.
    private static char[] AroundButSpaces => [.. Base64Text.Around.Where(character => character != ' ')];
}
