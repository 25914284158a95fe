using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaymentGateway.Http.QuickPay;

/// <summary>RFC 7396, section 2.</summary>
internal static class MergePatch
{
    /// <summary>Lays a patch over a document: null removes, objects are merged, everything else replaces.</summary>
    public static void Apply(JsonObject target, JsonElement patch)
    {
        foreach (var member in patch.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                target.Remove(member.Name);
            else if (member.Value.ValueKind == JsonValueKind.Object)
            {
                if (target[member.Name] is not JsonObject part)
                    target[member.Name] = part = [];
                Apply(part, member.Value);
            }
            else
                target[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }
    }
}
