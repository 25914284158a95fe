using Microsoft.AspNetCore.Http;
using PaymentGateway.Http.Problems;

namespace PaymentGateway.Http.Requests;

/// <summary>Reads a query strictly: every parameter known, and given at most once unless it is a list.</summary>
internal sealed class QueryReader
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Takes a query that may have these parameters and no others. One that ends in a point and an asterisk (<c>metadata.*</c>) stands for all that begin so.</summary>
    public QueryReader(HttpRequest request, params IReadOnlyList<string> known)
        : this(request, known, []) { }

    /// <summary>The same, where some may be given several times: that is as if their values were joined by commas.</summary>
    public QueryReader(HttpRequest request, IReadOnlyList<string> known, IReadOnlyCollection<string> lists)
    {
        foreach (var (name, given) in request.Query)
        {
            if (Known(name, known) is not { } parameter)
                Errors.Add(
                    "query",
                    known.Count == 0
                        ? "Leave the query out: this address has no parameters."
                        : $"Use only these parameters, spelled so: {string.Join(", ", known)}."
                );
            else if (given is [{ } value])
                values.Add(parameter, value);
            else if (lists.Contains(parameter))
                values.Add(parameter, string.Join(',', given.ToArray()));
            else
                Errors.Add(known.Contains(parameter) ? parameter : JsonText.Shown(parameter), "Give this parameter once.");
        }
    }

    /// <summary>Where complaints go.</summary>
    public RequestErrors Errors { get; } = new();

    /// <summary>The answer to a query with complaints.</summary>
    public Problem Refusal => new(ErrorCodes.InvalidQuery, "Change the query as the errors say.") { Errors = Errors };

    /// <summary>A parameter's value; null when it is not given.</summary>
    public string? Find(string name) => values.GetValueOrDefault(name);

    /// <summary>All parameters that begin so, without their beginning.</summary>
    public IEnumerable<KeyValuePair<string, string>> Family(string prefix) =>
        values
            .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(pair => KeyValuePair.Create(pair.Key[prefix.Length..], pair.Value));

    /// <summary>One of the words of a list; null when it is not given, or wrong and complained about.</summary>
    public T? Choice<T>(string name, string words, Func<string, T?> find)
        where T : struct => Value(name, find, $"Use one of: {words}.");

    /// <summary>A value of a certain form; null when it is not given, or wrong and complained about.</summary>
    public T? Value<T>(string name, Func<string, T?> find, string problem)
        where T : struct
    {
        if (Find(name) is not { } text)
            return null;
        if (find(text) is { } value)
            return value;

        Errors.Add(name, problem);
        return null;
    }

    /// <summary>Several words of a list, with commas between; none when it is not given, or wrong and complained about.</summary>
    public IReadOnlyList<T> Choices<T>(string name, string words, Func<string, T?> find)
        where T : struct
    {
        if (Find(name) is not { } text)
            return [];

        var found = text.Split(',').Select(find).ToList();
        if (!found.Contains(null))
            return [.. found.OfType<T>()];

        Errors.Add(name, $"Use one or several of these, with commas between: {words}.");
        return [];
    }

    private static string? Known(string name, IReadOnlyList<string> known) =>
        known.FirstOrDefault(candidate => candidate == name)
        ?? (
            known.Any(family =>
                family.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(family[..^1], StringComparison.Ordinal)
            )
                ? name
                : null
        );
}
