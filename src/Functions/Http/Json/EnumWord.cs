using System.Text.Json;

namespace PaymentGateway.Http.Json;

/// <summary>How the members of an enumeration are spelled in JSON and in queries: camelCase.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal static class EnumWord<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Words = Enum.GetValues<T>()
        .ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    /// <summary>All spellings, for messages.</summary>
    public static string All { get; } = string.Join(", ", Words.Values);

    /// <summary>The spelling of a member.</summary>
    public static string Of(T value) => Words[value];

    /// <summary>The member that is spelled exactly so.</summary>
    public static T? Find(string text)
    {
        foreach (var (value, word) in Words)
        {
            if (word == text)
                return value;
        }

        return null;
    }
}
