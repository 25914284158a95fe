using System.Text.Json;
using System.Text.RegularExpressions;
using TwoC2P.Messages;

namespace TwoC2P.Tests.Signing;

/// <summary>One entry of Vectors/hash-vectors.json.</summary>
public sealed record HashVector(
    string Message,
    string Algorithm,
    IReadOnlyList<(string Name, string Value)> Fields,
    string HashValue
)
{
    public static IReadOnlyList<HashVector> All { get; } = Load();

    internal WireMessage ToMessage()
    {
        var message = new WireMessage();
        var lists = new Dictionary<string, List<WireItem>>(StringComparer.Ordinal);
        foreach (var (name, value) in Fields)
        {
            var item = Regex.Match(
                name,
                @"^(?<list>\w+)\[(?<index>\d+)\]\.(?<name>\w+)$",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            );
            if (!item.Success)
            {
                message[name] = value;
                continue;
            }

            var list = lists.TryGetValue(item.Groups["list"].Value, out var known)
                ? known
                : lists[item.Groups["list"].Value] = [];
            if (list.Count == int.Parse(item.Groups["index"].Value, provider: null))
                list.Add(new WireItem());
            list[^1][item.Groups["name"].Value] = value;
        }

        foreach (var (name, items) in lists)
            message.SetItems($"{name}List", items);
        return message;
    }

    public override string ToString() => $"{Message} {HashValue[..8]}";

    private static List<HashVector> Load()
    {
        using var document = JsonDocument.Parse(Vectors.Text("hash-vectors.json"));
        return
        [
            .. new[] { "published", "derived" }
                .SelectMany(set => document.RootElement.GetProperty(set).EnumerateArray())
                .Select(vector => new HashVector(
                    vector.GetProperty("message").GetString()!,
                    vector.GetProperty("algorithm").GetString()!,
                    [
                        .. vector
                            .GetProperty("fields")
                            .EnumerateArray()
                            .Select(field => (field[0].GetString()!, field[1].GetString()!)),
                    ],
                    vector.GetProperty("hashValue").GetString()!
                )),
        ];
    }
}
