using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Operator.Api;

/// <summary>Goes through a list page by page.</summary>
internal static class ApiPages
{
    /// <summary>The items of all pages, each page asked for when its items are wanted.</summary>
    public static async IAsyncEnumerable<JsonNode> ItemsAsync(
        this ApiClient api,
        Func<string?, string> address,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string? cursor = null;
        do
        {
            var page = await api.GetAsync(address(cursor), cancellationToken);
            foreach (var item in page["items"]!.AsArray())
                yield return item!;
            cursor = page["nextCursor"]?.ToString();
        } while (cursor is not null);
    }
}
