using System.Text;
using TwoC2P.Messages;

namespace TwoC2P.Signing;

/// <summary>What a message's hash covers, in order, and with which HMAC.</summary>
internal sealed record SignatureFormula(SignatureAlgorithm Algorithm, IReadOnlyList<SignedPart> Parts)
{
    /// <summary>How a request writes its digest. Answers are compared whatever their letter case.</summary>
    public bool LowerCaseHex { get; init; }

    /// <summary>A formula over single values, from their names with spaces between them.</summary>
    public static SignatureFormula Of(SignatureAlgorithm algorithm, string names) =>
        new(algorithm, [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (SignedPart)name)]);

    /// <summary>
    /// The hashed text: values with nothing between them, absent ones as nothing. Moving a character across the border of two neighbours does not change it; that is 2C2P's
    /// formula, and one more reason why an answer must also match its request.
    /// </summary>
    public string Concatenate(WireMessage message, HashForm form)
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            if (part is SignedPart.Field field)
                text.Append(message[field.Name]);
            else if (part is SignedPart.List list && form is HashForm.Full)
                foreach (var item in message.Items(list.Name))
                    text.AppendJoin("", list.Attributes.Select(attribute => item[attribute]));
        }

        return text.ToString();
    }

    public bool CoversListsOf(WireMessage message) =>
        Parts.OfType<SignedPart.List>().Any(list => message.Items(list.Name).Count > 0);
}
