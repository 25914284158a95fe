using System.Text;

namespace EndToEnd.Tests.Security.Leaks;

/// <summary>Searches contents one by one, and says which secret is where: never the secret itself, even where a place is named after one.</summary>
internal sealed class LeakSearch(SecretFinder finder)
{
    private const int LongestPlace = 200;
    private readonly List<Leak> leaks = [];
    private int searched;

    public void In(IEnumerable<Content> contents)
    {
        foreach (var content in contents)
            In(content);
    }

    public async Task InAsync(IAsyncEnumerable<Content> contents)
    {
        await foreach (var content in contents)
            In(content);
    }

    /// <summary>What was found.</summary>
    /// <exception cref="InvalidOperationException">There was nothing to be searched: a search in the wrong places finds nothing, either.</exception>
    public IReadOnlyList<Leak> Result() =>
        searched > 0 ? leaks : throw new InvalidOperationException("There was nothing to be searched for secrets.");

    private void In(Content content)
    {
        searched++;
        foreach (var found in finder.Find(content.Bytes))
            leaks.Add(new(found.Secret, found.How, $"{Safe(content.Place)}, byte {found.At}"));
    }

    private string Safe(string place)
    {
        var bytes = Encoding.UTF8.GetBytes(place);
        return finder.Find(bytes) is [var found, ..] ? $"{Encoding.UTF8.GetString(bytes[..found.At])}…"
            : place.Length > LongestPlace ? $"{place[..LongestPlace]}…"
            : place;
    }
}
