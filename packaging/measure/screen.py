"""What is on an X screen: which windows are managed, and what is painted in them."""
import ctypes
import time
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_long, c_ubyte, c_uint, c_ulong, c_void_p

X = ctypes.CDLL("libX11.so.6")
TEST = ctypes.CDLL("libXtst.so.6")
Z_PIXMAP = 2
VIEWABLE = 2
RETURN = 0xff0d
COLOURS_OF_A_PICTURE = 12  # a window that is only cleared has one or two; letters with smooth edges have many


class Attributes(Structure):
    _fields_ = [("x", c_int), ("y", c_int), ("width", c_int), ("height", c_int), ("border_width", c_int),
                ("depth", c_int), ("visual", c_void_p), ("root", c_ulong), ("class_", c_int), ("bit_gravity", c_int),
                ("win_gravity", c_int), ("backing_store", c_int), ("backing_planes", c_ulong),
                ("backing_pixel", c_ulong), ("save_under", c_int), ("colormap", c_ulong), ("map_installed", c_int),
                ("map_state", c_int), ("all_event_masks", c_long), ("your_event_mask", c_long),
                ("do_not_propagate_mask", c_long), ("override_redirect", c_int), ("screen", c_void_p)]


class Image(Structure):
    _fields_ = [("width", c_int), ("height", c_int), ("xoffset", c_int), ("format", c_int),
                ("data", POINTER(c_ubyte)), ("byte_order", c_int), ("bitmap_unit", c_int),
                ("bitmap_bit_order", c_int), ("bitmap_pad", c_int), ("depth", c_int), ("bytes_per_line", c_int)]


for function, result, arguments in [
        (X.XOpenDisplay, c_void_p, [c_char_p]), (X.XDefaultRootWindow, c_ulong, [c_void_p]),
        (X.XInternAtom, c_ulong, [c_void_p, c_char_p, c_int]), (X.XFree, c_int, [c_void_p]),
        (X.XSync, c_int, [c_void_p, c_int]), (X.XFlush, c_int, [c_void_p]),
        (X.XGetWindowAttributes, c_int, [c_void_p, c_ulong, POINTER(Attributes)]),
        (X.XGetImage, POINTER(Image), [c_void_p, c_ulong, c_int, c_int, c_uint, c_uint, c_ulong, c_int]),
        (X.XDestroyImage, c_int, [POINTER(Image)]), (X.XIconifyWindow, c_int, [c_void_p, c_ulong, c_int]),
        (X.XMapRaised, c_int, [c_void_p, c_ulong]), (X.XKeysymToKeycode, c_ubyte, [c_void_p, c_ulong]),
        (X.XGetWindowProperty, c_int,
         [c_void_p, c_ulong, c_ulong, c_long, c_long, c_int, c_ulong, POINTER(c_ulong), POINTER(c_int),
          POINTER(c_ulong), POINTER(c_ulong), POINTER(c_void_p)]),
        (TEST.XTestFakeKeyEvent, c_int, [c_void_p, c_uint, c_int, c_ulong])]:
    function.restype, function.argtypes = result, arguments
# A window may be gone by the time that it is asked about: no reason to end.
IGNORE = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda display, event: 0)
X.XSetErrorHandler.argtypes = [c_void_p]
X.XSetErrorHandler(ctypes.cast(IGNORE, c_void_p))


class Screen:
    def __init__(self):
        self.display = X.XOpenDisplay(None)
        if not self.display:
            raise SystemExit("measure: there is no display")
        self.root = X.XDefaultRootWindow(self.display)
        self.clients = X.XInternAtom(self.display, b"_NET_CLIENT_LIST", 0)

    def windows(self):
        """Those that the window manager manages, and that are to be seen."""
        kind, form, count, after, data = c_ulong(), c_int(), c_ulong(), c_ulong(), c_void_p()
        X.XGetWindowProperty(self.display, self.root, self.clients, 0, 256, 0, 0, byref(kind), byref(form),
                             byref(count), byref(after), byref(data))
        if not data:
            return []
        found = list(ctypes.cast(data, POINTER(c_ulong))[:count.value])
        X.XFree(data)
        return [window for window in found if self.size(window)]

    def size(self, window):
        attributes = Attributes()
        if not X.XGetWindowAttributes(self.display, window, byref(attributes)) or attributes.map_state != VIEWABLE:
            return None
        return attributes.width, attributes.height

    def picture(self, window):
        size = self.size(window)
        image = size and X.XGetImage(self.display, window, 0, 0, *size, 0xffffffff, Z_PIXMAP)
        if not image:
            return b""
        data = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * image.contents.height)
        X.XDestroyImage(image)
        return data

    def is_painted(self, window):
        pixels = memoryview(self.picture(window)).cast("I") if self.size(window) else []
        return len(set(pixels[::3])) >= COLOURS_OF_A_PICTURE

    def press(self, sign):
        code = X.XKeysymToKeycode(self.display, RETURN if sign == "\n" else ord(sign))
        for down in (1, 0):
            TEST.XTestFakeKeyEvent(self.display, code, down, 0)
        X.XFlush(self.display)

    def minimise(self, window):
        X.XIconifyWindow(self.display, window, 0)
        X.XSync(self.display, 0)

    def raise_up(self, window):
        X.XMapRaised(self.display, window)
        X.XSync(self.display, 0)


def until(condition, seconds, step=0.002):
    """The first thing that is true, and when it was (time.monotonic); an error if it never is."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found, time.monotonic()
        time.sleep(step)
    raise TimeoutError(f"this never came to be: {condition}")
