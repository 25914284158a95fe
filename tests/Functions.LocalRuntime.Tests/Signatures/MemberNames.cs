using System.Reflection;
using System.Runtime.CompilerServices;

namespace Functions.LocalRuntime.Tests.Signatures;

/// <summary>Members in the words of the list.</summary>
internal static class MemberNames
{
    public static string Of(ConstructorInfo constructor)
    {
        var name = constructor.DeclaringType!.Name.Split('`')[0];
        return $"ctor {(constructor.IsPublic ? "" : "protected ")}{name}({Parameters(constructor)})";
    }

    public static string Of(PropertyInfo property)
    {
        var info = new NullabilityInfoContext().Create(property);
        var accessors = IsVisible(property.SetMethod) ? "{ get; set; }" : "{ get; }";
        return $"prop {Modifiers(property.GetMethod!)}{TypeNames.Of(info, info.ReadState)} {property.Name} {accessors}";
    }

    public static string Of(MethodInfo method)
    {
        var info = new NullabilityInfoContext().Create(method.ReturnParameter);
        var arguments = method.GetGenericArguments();
        var generic = arguments.Length > 0 ? $"<{string.Join(", ", arguments.Select(argument => argument.Name))}>" : "";
        return $"method {Modifiers(method)}{TypeNames.Of(info, info.ReadState)} {method.Name}{generic}({Parameters(method)})"
            + string.Concat(arguments.Select(Constraints));
    }

    public static string OfDelegate(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var info = new NullabilityInfoContext().Create(invoke.ReturnParameter);
        return $"{TypeNames.Of(info, info.ReadState)} Invoke({Parameters(invoke)})";
    }

    public static bool IsVisible(MethodBase? method) =>
        method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Modifiers(MethodInfo method) =>
        method switch
        {
            { IsStatic: true } => "static ",
            { DeclaringType.IsInterface: true } => "",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };

    private static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        return string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter => (isExtension && parameter.Position == 0 ? "this " : "") + Parameter(parameter))
        );
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var info = new NullabilityInfoContext().Create(parameter);
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var suffix = parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "";
        return $"{prefix}{TypeNames.Of(info, info.WriteState)} {parameter.Name}{suffix}";
    }

    private static string Constraints(Type argument)
    {
        var reference = argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint);
        string[] all =
        [
            .. reference ? ["class"] : Array.Empty<string>(),
            .. argument.GetGenericParameterConstraints().Select(TypeNames.Of),
        ];
        return all.Length > 0 ? $" where {argument.Name} : {string.Join(", ", all)}" : "";
    }
}
