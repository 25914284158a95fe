using System.Reflection;

namespace Functions.LocalRuntime.Tests.Signatures;

/// <summary>Types as C# writes them, with nullability.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
    };

    public static string Of(NullabilityInfo info, NullabilityState state)
    {
        var name = info.Type switch
        {
            { IsArray: true } => $"{Of(info.ElementType!, info.ElementType!.ReadState)}[]",
            { IsGenericType: true } type => $"{Plain(type)}<{Arguments(info)}>",
            var type => Plain(type),
        };
        return state is NullabilityState.Nullable && !info.Type.IsValueType ? $"{name}?" : name;
    }

    /// <summary>Without nullability, for bases and constraints.</summary>
    public static string Of(Type type) =>
        type.IsGenericType ? $"{Plain(type)}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : Plain(type);

    private static string Plain(Type type) => Keywords.TryGetValue(type, out var keyword) ? keyword : type.Name.Split('`')[0];

    private static string Arguments(NullabilityInfo info) =>
        string.Join(", ", info.GenericTypeArguments.Select(argument => Of(argument, argument.ReadState)));
}
