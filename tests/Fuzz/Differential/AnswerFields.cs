using TwoC2P.Messages;

namespace Fuzz.Differential;

/// <summary>Random values for an answer of the simulator's, under the names that it sets fields by.</summary>
internal static class AnswerFields
{
    private static readonly string[] Fixed = ["hashValue", "respCode", "resCode"];

    public static Dictionary<string, string> Of(MessageLayout layout, Random random) =>
        Names(layout)
            .Where(field => random.Next(2) == 0)
            .ToDictionary(field => field.Name, field => RandomText.Next(random, field.MaxLength), StringComparer.Ordinal);

    private static IEnumerable<(string Name, int MaxLength)> Names(MessageLayout layout) =>
        layout
            .Fields.Where(field => !Fixed.Contains(field.Name))
            .SelectMany(field =>
                field switch
                {
                    MessageField.Scalar scalar => [(scalar.Name, scalar.MaxLength)],
                    MessageField.List list => list.Attributes.Select(attribute =>
                        ($"{list.ItemName} {attribute.Name}", attribute.MaxLength)
                    ),
                    _ => Enumerable.Empty<(string, int)>(),
                }
            );
}
