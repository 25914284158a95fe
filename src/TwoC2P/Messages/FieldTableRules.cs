using System.Diagnostics;

namespace TwoC2P.Messages;

/// <summary>The rules that hold for every field of a message: its longest length, in UTF-16 code units, and characters that XML and 2C2P's type C can carry.</summary>
internal static class FieldTableRules
{
    public static IEnumerable<FieldError> Check(WireMessage message, MessageLayout layout)
    {
        foreach (var field in layout.Fields)
        {
            var errors = field switch
            {
                MessageField.Scalar scalar => Check(scalar.Name, message[scalar.Name], scalar.MaxLength),
                MessageField.List list => message.Items(list.Name).SelectMany(item => Check(item, list)).Distinct(),
                // Only answers have lists of texts, and lengths of answers are advisory.
                MessageField.TextList => [],
                _ => throw new UnreachableException(),
            };
            foreach (var error in errors)
                yield return error;
        }
    }

    private static IEnumerable<FieldError> Check(WireItem item, MessageField.List list) =>
        list.Attributes.SelectMany(attribute =>
            Check($"{list.ItemName} {attribute.Name}", item[attribute.Name], attribute.MaxLength)
        );

    private static IEnumerable<FieldError> Check(string field, string value, int maxLength)
    {
        if (value.Length > maxLength)
            yield return new FieldError(field, $"Give at most {maxLength} characters; these are {value.Length}.");

        if (!value.IsPlainText())
            yield return new FieldError(field, "Remove control characters (such as line feeds and tabs) and broken Unicode.");
    }
}
