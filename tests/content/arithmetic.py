"""Recomputes the expressions of checks: numbers, signs, brackets and ``math``."""

import ast
import math
import operator
from collections.abc import Callable

BINARY: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
HIGHEST_POWER = 1000


def compute(expression: str) -> float:
    """Return the value of an expression.

    Raises:
        ValueError: it holds something else than arithmetic.

    """
    try:
        tree = ast.parse(expression, mode="eval")
    except SyntaxError as error:
        raise ValueError(f"not arithmetic: {expression}") from error
    return float(_value(tree.body))


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number) if type(number) is not bool:
            return number
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in BINARY:
            first, second = _value(left), _value(right)
            if isinstance(sign, ast.Pow) and abs(second) > HIGHEST_POWER:
                raise ValueError("the power is too high to be of use")
            return BINARY[type(sign)](first, second)
        case ast.Call(func=function, args=arguments, keywords=[]):
            return float(_function(function)(*map(_value, arguments)))
        case _:
            raise ValueError(f"not arithmetic: {ast.unparse(node)}")


def _function(node: ast.expr) -> Callable[..., float]:
    match node:
        case ast.Attribute(value=ast.Name(id="math"), attr=name) if not name.startswith(
            "_"
        ) and callable(getattr(math, name, None)):
            function: Callable[..., float] = getattr(math, name)
            return function
        case _:
            raise ValueError(f"not a function of math: {ast.unparse(node)}")
