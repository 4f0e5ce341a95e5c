"""Shape building blocks.

Every block returns a mesh object whose vertices are in model coordinates (metres, z up, the
object's front towards -y). The object's own transform stays the identity, so that textures in
object coordinates run on from part to part, and a part's local coordinates are the model's.
"""

import math

import bmesh
import bpy
from mathutils import Matrix, Vector, noise


def mesh(name, vertices, faces, material, smooth=True, picks=None):
    """A mesh object from vertex triples and face index tuples.

    `material` is one material or a list; with a list, `picks` gives each face's index in it.
    """
    data = bpy.data.meshes.new(name)
    data.from_pydata([tuple(v) for v in vertices], [], faces)
    for each in material if isinstance(material, (list, tuple)) else [material]:
        data.materials.append(each)
    for index, polygon in enumerate(data.polygons):
        polygon.use_smooth = smooth
        if picks:
            polygon.material_index = picks[index]
    data.update()
    part = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(part)
    return part


def curve(points, steps=8, closed=False):
    """A Catmull-Rom curve through 2-d or 3-d points, `steps` samples a span."""
    points = [Vector(p) for p in points]
    count = len(points)
    spans = count if closed else count - 1
    out = []
    for i in range(spans):
        if closed:
            a, b, c, d = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        else:
            b, c = points[i], points[i + 1]
            a = points[i - 1] if i else 2 * b - c
            d = points[i + 2] if i + 2 < count else 2 * c - b
        for k in range(steps):
            t = k / steps
            out.append(
                0.5
                * (
                    2 * b
                    + (c - a) * t
                    + (2 * a - 5 * b + 4 * c - d) * t**2
                    + (3 * b - a - 3 * c + d) * t**3
                )
            )
    if not closed:
        out.append(points[-1].copy())
    return out


def lathe(profile, material, sides=64, smooth=True, pick=None, swell=None, name="lathe"):
    """A (radius, z) profile turned about the z axis.

    `pick(ring, side)` chooses a material index; `swell(angle, z)` multiplies the radius.
    """
    vertices, faces, picks = [], [], []
    for radius, z in profile:
        for side in range(sides):
            angle = 2 * math.pi * side / sides
            r = max(radius, 0.0) * (swell(angle, z) if swell else 1.0)
            vertices.append((r * math.cos(angle), r * math.sin(angle), z))
    for ring in range(len(profile) - 1):
        for side in range(sides):
            a, b = ring * sides + side, ring * sides + (side + 1) % sides
            faces.append((a, b, b + sides, a + sides))
            picks.append(pick(ring, side) if pick else 0)
    part = mesh(name, vertices, faces, material, smooth, picks)
    _tidy(part)
    return part


def sweep(path, radius, material, sides=12, closed=False, flat=1.0, name="sweep"):
    """A round tube along a 3-d path; `radius` is a number or a function of 0..1 along it.

    `flat` below 1 squeezes the section across its side direction.
    """
    path = [Vector(p) for p in path]
    count = len(path)
    vertices, faces = [], []
    side_axis = None
    for i, point in enumerate(path):
        before = path[i - 1] if i or closed else point
        after = path[(i + 1) % count] if i < count - 1 or closed else point
        tangent = (after - before).normalized()
        if side_axis is None:
            side_axis = tangent.orthogonal().normalized()
        side_axis = (side_axis - tangent * side_axis.dot(tangent)).normalized()
        up = tangent.cross(side_axis)
        r = radius(i / max(count - 1, 1)) if callable(radius) else radius
        for k in range(sides):
            angle = 2 * math.pi * k / sides
            vertices.append(point + r * (math.cos(angle) * side_axis * flat + math.sin(angle) * up))
    for i in range(count if closed else count - 1):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            shift = ((i + 1) % count - i) * sides
            faces.append((a, b, b + shift, a + shift))
    if not closed:
        faces.append(tuple(range(sides - 1, -1, -1)))
        faces.append(tuple((count - 1) * sides + k for k in range(sides)))
    part = mesh(name, vertices, faces, material)
    _tidy(part)
    return part


def rod(start, end, radius, material, sides=24, tip=None):
    """A straight round rod; `tip` is the radius at its end if it tapers."""
    last = radius if tip is None else tip
    part = sweep([start, end], lambda t: radius + (last - radius) * t, material, sides, name="rod")
    return bevel(part, min(radius, last) * 0.25, 2) if min(radius, last) > 0 else part


def box(size, centre, material, rounding=0.0, turn=0.0):
    """A box of `size` about `centre`, edges rounded, turned about its vertical axis (radians)."""
    sx, sy, sz = (s / 2 for s in size)
    corners = [(x, y, z) for x in (-sx, sx) for y in (-sy, sy) for z in (-sz, sz)]
    place = Matrix.Translation(centre) @ Matrix.Rotation(turn, 4, "Z")
    faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    part = mesh("box", [place @ Vector(c) for c in corners], faces, material, smooth=False)
    return bevel(part, rounding, 3) if rounding else part


def slab(outline, thickness, material, rounding=0.0, place=None):
    """A flat 2-d outline (x, z) given thickness along y, centred on y = 0, moved by `place`."""
    count = len(outline)
    place = place or Matrix.Identity(4)
    vertices = [place @ Vector((p[0], y, p[1])) for y in (-thickness / 2, thickness / 2) for p in outline]
    faces = [tuple(range(count)), tuple(range(2 * count - 1, count - 1, -1))]
    for i in range(count):
        j = (i + 1) % count
        faces.append((j, i, i + count, j + count))
    part = mesh("slab", vertices, faces, material, smooth=False)
    _tidy(part)
    return bevel(part, rounding, 3) if rounding else part


def ball(radius, centre, material, stretch=(1, 1, 1), sides=48):
    """A ball of quads, stretched along the axes, at `centre`."""
    rings = sides // 2
    profile = [
        (radius * math.sin(math.pi * k / rings), -radius * math.cos(math.pi * k / rings))
        for k in range(rings + 1)
    ]
    part = lathe(profile, material, sides, name="ball")
    return moved(part, Matrix.Translation(centre) @ Matrix.Diagonal((*stretch, 1)))


def sheet(steps, place, material):
    """A sheet of steps x steps quads; `place(u, v)` gives the point for u and v in -1..1."""
    marks = [2 * k / steps - 1 for k in range(steps + 1)]
    vertices = [place(u, v) for v in marks for u in marks]
    faces = []
    for j in range(steps):
        for i in range(steps):
            a = j * (steps + 1) + i
            faces.append((a, a + 1, a + steps + 2, a + steps + 1))
    return mesh("sheet", vertices, faces, material)


def moved(part, matrix):
    """The part with its vertices moved, its own transform left alone."""
    part.data.transform(matrix)
    part.data.update()
    return part


def roughened(part, amount, grain, seed=0.0):
    """The part with its vertices pushed along their normals by noise of size `grain` (metres)."""
    shift = Vector((seed * 17.3, seed * 5.1, seed * 9.7))
    offsets = [
        vertex.normal * amount * noise.fractal(vertex.co / grain + shift, 0.8, 2.1, 4)
        for vertex in part.data.vertices
    ]
    for vertex, offset in zip(part.data.vertices, offsets):
        vertex.co += offset
    part.data.update()
    return part


def bevel(part, width, segments=2):
    """Rounds the part's sharp edges."""
    modifier = part.modifiers.new("bevel", "BEVEL")
    modifier.width, modifier.segments, modifier.limit_method = width, segments, "ANGLE"
    modifier.angle_limit = math.radians(40)
    part.data.use_auto_smooth = True
    part.data.auto_smooth_angle = math.radians(50)
    for polygon in part.data.polygons:
        polygon.use_smooth = True
    return part


def smoothed(part, levels=2):
    """Subdivides the part to a smooth surface."""
    modifier = part.modifiers.new("smooth", "SUBSURF")
    modifier.levels = modifier.render_levels = levels
    return part


def instance(part, matrix):
    """Another object that shares the part's mesh."""
    twin = bpy.data.objects.new(part.name, part.data)
    twin.matrix_world = matrix
    bpy.context.scene.collection.objects.link(twin)
    return twin


def _tidy(part):
    """Merges coinciding vertices (a lathe's poles) and makes all faces look outwards."""
    work = bmesh.new()
    work.from_mesh(part.data)
    bmesh.ops.remove_doubles(work, verts=work.verts, dist=1e-6)
    bmesh.ops.recalc_face_normals(work, faces=work.faces)
    work.to_mesh(part.data)
    work.free()
    part.data.update()
